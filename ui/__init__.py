"""The window: Qt Widgets over ``journal``."""
