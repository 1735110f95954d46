"""The commands: each module reads the arguments of the command that it is called after, calls the library, and prints.

Nothing else imports from here.
"""
