package dev.makegood.task;

/**
 * Carries out one kind of task.
 *
 * <p>It strikes the task out, or postpones it, in the unit of work that records the outcome. A task it leaves
 * alone, or throws over, comes again when its lease ends.
 */
@FunctionalInterface
public interface TaskHandler {

    void carryOut(Task task);
}
