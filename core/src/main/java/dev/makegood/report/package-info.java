/**
 * What an accountant asks: sums over periods, and statements over times.
 *
 * <p>Start at {@link dev.makegood.report.FinancialReports}. Nothing here is stored: every figure is computed from the
 * ledger, the payments and the events, so that a report of a past period is the same whenever it is made.
 */
@NullMarked
package dev.makegood.report;

import org.jspecify.annotations.NullMarked;
