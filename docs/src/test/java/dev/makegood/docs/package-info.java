/**
 * Holds the documentation to the code: every page, table, diagram and snippet is checked here.
 *
 * <p>Start at {@link dev.makegood.docs.DocPage} for how pages are read, at {@link dev.makegood.docs.Snippets} for
 * how their examples are cut out of tests. What Makegood does is tested elsewhere.
 */
@NullMarked
package dev.makegood.docs;

import org.jspecify.annotations.NullMarked;
