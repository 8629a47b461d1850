/**
 * {@code makegood reconcile}: compares our books with those of a gateway, and polls pipelines.
 *
 * <p>Start at {@link dev.makegood.cli.reconcile.ReconcileCommands}.
 */
@NullMarked
package dev.makegood.cli.reconcile;

import org.jspecify.annotations.NullMarked;
