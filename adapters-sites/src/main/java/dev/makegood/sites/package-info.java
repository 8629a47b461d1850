/**
 * Counts the pages of other people's websites by their sitemaps.
 *
 * <p>Start at {@link dev.makegood.sites.Sitemaps}. The names come from users and what stands at them from anybody, so
 * everything here assumes the worst of it: {@code PublicAddresses} and {@code CheckedAddresses} decide whom we speak
 * to, {@code Limits} how much we listen to. What a page costs is not here; that is {@code Rates} in core.
 */
@NullMarked
package dev.makegood.sites;

import org.jspecify.annotations.NullMarked;
