/**
 * Money from end to end: the real server on PostgreSQL, real HTTP, faithful stand-ins for the gateways.
 *
 * <p>Start at {@link dev.makegood.cli.selling.SellingServer}.
 */
@NullMarked
package dev.makegood.cli.selling;

import org.jspecify.annotations.NullMarked;
