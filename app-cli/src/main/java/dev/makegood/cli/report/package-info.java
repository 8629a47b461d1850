/**
 * {@code makegood report}: what was granted and earned, what is owed, and the money.
 *
 * <p>Start at {@link dev.makegood.cli.report.ReportCommand}.
 */
@NullMarked
package dev.makegood.cli.report;

import org.jspecify.annotations.NullMarked;
