/**
 * The embedded PostgreSQL: started from binaries on the class path, kept in a data
 * directory, durable, for one machine and for money.
 *
 * <p>Start at {@link dev.makegood.embedded.EmbeddedPostgres}: {@code start} for the
 * server, {@code attach} for a command beside it. Everything lives in the folder
 * {@code postgresql} of the data directory, which only its owner may enter.
 *
 * <p>Not here: tables and grants (migrations), connection pools, and anything of the business.
 */
@NullMarked
package dev.makegood.embedded;

import org.jspecify.annotations.NullMarked;
