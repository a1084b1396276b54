fetch("/own"
