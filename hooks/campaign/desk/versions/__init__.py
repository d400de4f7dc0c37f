"""The history behind the desk, and how two states of the content become one."""
