"""The words of English that the grammar needs: data only, one module for each extractor."""
