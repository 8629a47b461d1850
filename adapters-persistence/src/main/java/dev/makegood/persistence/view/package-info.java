/**
 * What a host that uses Jakarta Persistence may query in its own JPQL: wallets, projects, payments and transfers,
 * read-only.
 *
 * <p>Name the classes in the host's persistence unit; each is mapped on an SQL view of the schema {@code makegood},
 * which outlives changes of the tables behind it. Nothing is written through them: that is the desks' business.
 */
@NullMarked
package dev.makegood.persistence.view;

import org.jspecify.annotations.NullMarked;
