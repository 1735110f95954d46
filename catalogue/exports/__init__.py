"""What an edition gives away as files: tables and JSON for machines, papers for a council meeting.

Everything is in German, like the content. The same edition gives the same bytes. Nothing here knows of the web.
"""
