"""The desktop program: tray, windows and the bridge from the core. The only package with Qt."""
