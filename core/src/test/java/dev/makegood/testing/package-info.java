/**
 * What tests stand on: a clock moved by hand, a pipeline that does as it is told, ids from a seed.
 *
 * <p>Start at {@link dev.makegood.testing.House}: Makegood opened for a test. A storage of your own is proved by
 * extending {@link dev.makegood.StorageContract}.
 */
@NullMarked
package dev.makegood.testing;

import org.jspecify.annotations.NullMarked;
