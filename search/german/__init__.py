"""German analysis: from text to the stems, parts of compounds, concepts and places that are compared.

Documents and queries go through the same steps, each a module of its own that knows nothing of the others:

    "Die Ulmer Hochwasserwarnung"
      tokenise    Die | Ulmer | Hochwasserwarnung     words as they are written, and their pieces
      normalise   die | ulmer | hochwasserwarnung     one spelling for all
      split       hochwasser + warnung                the parts of compounds
      stem        die | ulmer | hochwasserwarn        one form for all inflections, with the lexicon
      thesaurus   hochwasser                          the concepts that are meant
      places      ulm                                 the places that are meant

A word of a query that no document has goes one step further, to words that derive from the same one (`families`).

`analyser` puts them together. They know the words of a `Language`, those of a dictionary (`lexicon`), and nothing of
documents, so the analysis of one document never depends on another.
"""

from search.german.analyser import AnalysedLanguage, German, Tokens, analyse_language
from search.german.families import Families
from search.german.lexicon import Lexicon, from_cache, lexicon_in_bytes
from search.german.normalise import fold
from search.german.stem import stem
from search.german.stop_words import STOP_WORDS
from search.german.thesaurus import ConceptName, Thesaurus
from search.german.tokenise import words_in, written_in
from search.german.tokens import Span, Token

__all__ = [
    "STOP_WORDS",
    "AnalysedLanguage",
    "ConceptName",
    "Families",
    "German",
    "Lexicon",
    "Span",
    "Thesaurus",
    "Token",
    "Tokens",
    "analyse_language",
    "fold",
    "from_cache",
    "lexicon_in_bytes",
    "stem",
    "words_in",
    "written_in",
]
