package dev.makegood.task;

/**
 * Carries out one kind of task.
 *
 * <p>It removes or postpones the task in the unit of work that records the outcome. If it does
 * neither, the task is due again when its lease ends; if it throws, after a pause.
 */
@FunctionalInterface
public interface TaskHandler {

    void carryOut(Task task);
}
