/**
 * Projects, payments, transfers and events as several commands show them, as text and as JSON.
 */
@NullMarked
package dev.makegood.cli.output;

import org.jspecify.annotations.NullMarked;
