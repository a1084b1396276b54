{ const open = () => 1; open(); }
