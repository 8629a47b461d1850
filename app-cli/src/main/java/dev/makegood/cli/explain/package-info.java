/**
 * {@code makegood explain}: why a balance, charge, project or payment is what it is.
 *
 * <p>Start at {@link dev.makegood.cli.explain.ExplainCommand}.
 */
@NullMarked
package dev.makegood.cli.explain;

import org.jspecify.annotations.NullMarked;
