package dev.makegood.project;

/** A customer's projects in figures: how many of each status, and the credits they used and got back. */
public record Statistics(long pending, long processing, long completed, long failed,
        long creditsUsed,
        long creditsRefunded) {

    public static final Statistics NONE = new Statistics(0, 0, 0, 0, 0, 0);

    public long total() {
        return pending + processing + completed + failed;
    }

    /** These figures with one more project in them. */
    public Statistics with(Project project) {
        return changed(project, 1);
    }

    /** These figures with one project fewer in them. */
    public Statistics without(Project project) {
        return changed(project, -1);
    }

    private Statistics changed(Project project, int by) {
        var status = project.status();
        return new Statistics(
                pending + count(status, ProjectStatus.PENDING, by),
                processing + count(status, ProjectStatus.PROCESSING, by),
                completed + count(status, ProjectStatus.COMPLETED, by),
                failed + count(status, ProjectStatus.FAILED, by),
                creditsUsed + by * project.creditsUsed().amount(),
                creditsRefunded + by * project.creditsRefunded().amount());
    }

    private static int count(ProjectStatus status, ProjectStatus counted, int by) {
        return status == counted ? by : 0;
    }
}
