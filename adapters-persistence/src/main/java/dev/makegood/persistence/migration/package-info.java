/**
 * What makes and keeps the schema: {@link dev.makegood.persistence.migration.Migrations} brings it up to this
 * version, {@link dev.makegood.persistence.migration.Privileges} says what the application may do in it too much.
 *
 * <p>Plain SQL of the schema's owner: nothing here knows jOOQ, or what the tables mean. The scripts are beside it.
 */
@NullMarked
package dev.makegood.persistence.migration;

import org.jspecify.annotations.NullMarked;
