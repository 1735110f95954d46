"""The interface for programs: which operations there are, what each asks and answers, in one declaration (`operations`).

It serves and validates the requests and gives the OpenAPI document and the documentation. It knows nothing of Flask: `web.api`
answers the requests, in this room are the words of the interface and what they give.
"""
