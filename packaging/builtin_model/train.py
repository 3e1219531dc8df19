"""Trains the demonstration model for a given number of minutes, on as many processes as cores.

    python train.py DATA OUT --minutes 85

Each process works on one core with batches of its own; after every step they average their
gradients. The learning rate follows the share of the time that has passed, so training ends on
time whatever else the machine does (and two runs are not equal bit for bit). First the encoder
learns alone to spell out what it hears (CTC); the decoder joins on an encoder that listens:
without that it learns the grammar by heart and never uses the sound.
"""

import argparse
import dataclasses
import math
import pathlib
import time

import batches
import torch
from batches import Batch, Batches, Mixture
from corpus import Corpus, noise_bank
from network import Network, Shape
from tokens import Tokens, learned
from torch import Tensor, distributed, nn
from torch.nn import functional

# CTC loss per piece at which the encoder has begun to listen, and listens well enough to decode.
BEGUN_LOSS = 2.5
LISTENING_LOSS = 2.0
LISTEN_SHARE = 0.2  # of the time: the encoder is alone no longer than this
EARLY_SHARE = 0.45  # of the time: few long windows before this
LAST_STAGE = 3
SMOOTHING = 0.02  # of the loss that decides about these stages
WARM_UP_STEPS = 150
LOWEST_RATE = 0.01  # of the peak, at the end
CTC_SHARES = (0.45, 0.12)  # of the loss, when the decoder joins and at the end
REPORT_STEPS = 100
SAVE_EVERY_S = 180.0


@dataclasses.dataclass(frozen=True)
class Plan:
    """What one training run is told."""

    data: pathlib.Path
    out: pathlib.Path
    minutes: float
    rate: float
    seed: int
    processes: int
    start: pathlib.Path | None
    stage: int
    port: int


def losses(network: Network, batch: Batch, decode: bool) -> tuple[Tensor, Tensor]:
    """Attention loss (0 while only listening) and CTC loss of a batch, each per token."""
    with torch.autocast("cpu", torch.bfloat16):
        memory = network.encode(batch.mel)
        spelled = network.ctc(memory)
        hidden = network.decode(memory, batch.tokens) if decode else None
        scores = network.scores(hidden) if hidden is not None else None
    frames = torch.full((len(batch.mel),), memory.shape[1], dtype=torch.long)
    spelled = spelled.float().log_softmax(-1).transpose(0, 1)
    aligned = functional.ctc_loss(
        spelled,
        batch.ctc,
        frames,
        batch.lengths,
        blank=network.shape.pieces,
        reduction="sum",
        zero_infinity=True,
    ) / max(1, int(batch.lengths.sum()))
    if scores is None:
        return torch.zeros(()), aligned
    each = functional.cross_entropy(
        scores.float().flatten(0, 1),
        batch.targets.flatten(),
        ignore_index=batches.IGNORED,
        reduction="none",
    )
    weights = batch.weights.flatten()
    return (each * weights).sum() / weights.sum(), aligned


def rate_at(share: float, step: int, peak: float) -> float:
    """Learning rate: a linear warm-up, then half a cosine over the time."""
    cosine = LOWEST_RATE + (1 - LOWEST_RATE) * 0.5 * (1 + math.cos(math.pi * min(1.0, share)))
    return peak * cosine * min(1.0, (step + 1) / WARM_UP_STEPS)


def averaged(weights: list[nn.Parameter], figures: list[float], processes: int) -> list[float]:
    """Average the gradients, and some figures to agree on, over the processes."""
    gradients = [w.grad if w.grad is not None else torch.zeros_like(w) for w in weights]
    flat = torch.cat([*(g.flatten() for g in gradients), torch.tensor(figures)])
    distributed.all_reduce(flat)
    flat /= processes
    at = 0
    for weight in weights:
        weight.grad = flat[at : at + weight.numel()].view_as(weight)
        at += weight.numel()
    return [float(figure) for figure in flat[-len(figures) :]]


class Stages:
    """Which stage training is in, from the time passed and the CTC loss; they only go forward."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._resumed = number == LAST_STAGE
        self.decoding_since = 0.0
        self._loss = 10.0

    def advance(self, share: float, loss: float) -> None:
        """Take the loss of one step into account."""
        self._loss += SMOOTHING * (loss - self._loss)
        if self.number == 0 and (self._loss < BEGUN_LOSS or share > LISTEN_SHARE):
            self.number = 1
        elif self.number == 1 and (self._loss < LISTENING_LOSS or share > LISTEN_SHARE):
            self.number, self.decoding_since = 2, share
        elif self.number == 2 and share > EARLY_SHARE:
            self.number = 3

    @property
    def mixture(self) -> Mixture:
        """Which examples to draw."""
        return (batches.LISTENING, batches.LISTENING_TO_ALL, batches.EARLY, batches.FULL)[
            self.number
        ]

    def ctc_share(self, share: float) -> float:
        """Share of CTC in the loss: all of it, then falling until the end."""
        if self.number < 2:
            return 1.0
        if self._resumed:
            return CTC_SHARES[1]
        passed = min(1.0, (share - self.decoding_since) / (1 - self.decoding_since))
        return CTC_SHARES[0] + (CTC_SHARES[1] - CTC_SHARES[0]) * passed


def save(plan: Plan, network: Network) -> None:
    """Write the checkpoint, whole or not at all."""
    content = {"shape": dataclasses.asdict(network.shape), "weights": network.state_dict()}
    torch.save(content, plan.out / "model.new")
    (plan.out / "model.new").replace(plan.out / "model.pt")


class Run:
    """One process of a training run."""

    def __init__(self, rank: int, plan: Plan) -> None:
        torch.set_num_threads(1)
        torch.manual_seed(plan.seed)
        self.rank, self.plan = rank, plan
        tokens = Tokens.read(plan.out / "tokenizer.json")
        begun = torch.load(plan.start) if plan.start else None
        shape = Shape(**begun["shape"]) if begun else Shape(tokens.size, tokens.pieces)
        self.network = Network(shape)
        if begun:
            self.network.load_state_dict(begun["weights"])
        self.stages = Stages(plan.stage)
        self.corpus = Corpus(plan.data, tokens)
        self.corpus.refresh()
        noises = noise_bank(self.corpus, plan.seed)
        seed = plan.seed + (500 if plan.start else 0)
        self.batches = Batches(self.corpus, tokens, noises, seed, rank)
        self.weights = list(self.network.parameters())
        self.optimiser = torch.optim.AdamW(
            self.weights, plan.rate, betas=(0.9, 0.98), weight_decay=0.02, fused=True
        )

    def step(self, number: int, share: float) -> tuple[float, float, float]:
        """One step; attention loss, CTC loss, and the share of time passed as all agree."""
        ctc_share = self.stages.ctc_share(share)
        batch = self.batches.draw(self.stages.mixture)
        attention, aligned = losses(self.network, batch, decode=ctc_share < 1.0)
        self.optimiser.zero_grad()
        ((1 - ctc_share) * attention + ctc_share * aligned).backward()
        figures = [share, aligned.item()]
        agreed, loss = averaged(self.weights, figures, self.plan.processes)
        self.stages.advance(agreed, loss)
        nn.utils.clip_grad_norm_(self.weights, 1.0)
        for group in self.optimiser.param_groups:
            group["lr"] = rate_at(agreed, number, self.plan.rate)
        self.optimiser.step()
        return attention.item(), aligned.item(), agreed

    def train(self) -> None:
        """Step until the time is over, saving now and then."""
        distributed.barrier()
        began_s = saved_s = time.monotonic()
        number, agreed, seen = 0, 0.0, [0.0, 0.0]
        while agreed < 1.0:
            now_s = time.monotonic()
            attention, aligned, agreed = self.step(
                number, (now_s - began_s) / self.plan.minutes / 60
            )
            seen = [seen[0] + attention / REPORT_STEPS, seen[1] + aligned / REPORT_STEPS]
            number += 1
            if number % REPORT_STEPS == 0:
                self.corpus.refresh()
                if self.rank == 0:
                    spent_s = time.monotonic() - began_s
                    print(
                        f"step {number} stage {self.stages.number} attention {seen[0]:.3f}"
                        f" ctc {seen[1]:.3f} known {len(self.corpus.known)} {spent_s:.0f} s",
                        flush=True,
                    )
                seen = [0.0, 0.0]
            if self.rank == 0 and now_s - saved_s > SAVE_EVERY_S:
                save(self.plan, self.network)
                saved_s = now_s
        if self.rank == 0:
            save(self.plan, self.network)
            print(f"{number} steps", flush=True)


def work(rank: int, plan: Plan) -> None:
    """Body of one process."""
    distributed.init_process_group(
        "gloo", f"tcp://127.0.0.1:{plan.port}", rank=rank, world_size=plan.processes
    )
    Run(rank, plan).train()
    distributed.destroy_process_group()


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--minutes", type=float, default=85.0)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--start", type=pathlib.Path, help="checkpoint to go on from")
    parser.add_argument("--stage", type=int, default=0, help="to begin with (0 to 3)")
    parser.add_argument("--port", type=int, default=29_512)
    plan = Plan(**vars(parser.parse_args()))
    plan.out.mkdir(parents=True, exist_ok=True)
    if plan.start is None or not (plan.out / "tokenizer.json").exists():
        learned(seed=0).save(str(plan.out / "tokenizer.json"))
    torch.multiprocessing.spawn(work, (plan,), nprocs=plan.processes)


if __name__ == "__main__":
    main()
