/**
 * Counts the pages of other people's websites by their sitemaps.
 *
 * <p>Start at {@link dev.makegood.sites.Sitemaps}. The names come from users, and what stands at them
 * from their owners, so everything here assumes the worst: {@code PublicAddresses} and
 * {@code PinnedAddresses} decide which hosts are connected to, {@code SiteLimits} how much of them is
 * read. What a page costs is not here; that is {@code PageRates} in core.
 *
 * <p>Bytes are counted by {@link dev.makegood.httpclient.ByteBudget}, as of every other service. The
 * connection itself is not {@code httpclient}'s: a name must not lead to another address than the one
 * that was checked, for which Apache's client takes our {@code DnsResolver}, and the JDK's takes none.
 */
@NullMarked
package dev.makegood.sites;

import org.jspecify.annotations.NullMarked;
