/**
 * Prefect: any flow that has a deployment.
 *
 * <p>Start at {@link dev.makegood.pipelines.prefect.Prefect}; which state means what is in
 * {@code FlowState}. Not here: deployments and automations, which belong to whoever runs Prefect.
 */
@NullMarked
package dev.makegood.pipelines.prefect;

import org.jspecify.annotations.NullMarked;
