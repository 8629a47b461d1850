/**
 * The demo: a whole installation on one machine, with stand-ins for the services it calls, and a story about it.
 *
 * <p>Start at {@link dev.makegood.cli.demo.Demo}. The stand-ins are those of the pipelines' own tests; what is
 * told is read over HTTP, as a product would read it.
 */
@NullMarked
package dev.makegood.cli.demo;

import org.jspecify.annotations.NullMarked;
