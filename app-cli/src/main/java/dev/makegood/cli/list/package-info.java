/**
 * Lists that an operator has in a file: read whole, checked whole, and only then worked through.
 *
 * <p>Start at {@link dev.makegood.cli.list.ListFile}. What a line means is the command's own business.
 */
@NullMarked
package dev.makegood.cli.list;

import org.jspecify.annotations.NullMarked;
