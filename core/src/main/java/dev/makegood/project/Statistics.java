package dev.makegood.project;

/** A customer's projects in figures: how many of each status, and the credits used and refunded. */
public record Statistics(long pending, long processing, long completed, long failed,
        long creditsUsed, long creditsRefunded) {

    public static final Statistics NONE = new Statistics(0, 0, 0, 0, 0, 0);

    public long total() {
        return pending + processing + completed + failed;
    }

    /** These figures with one more project in them. */
    public Statistics with(Project project) {
        return adjust(project, 1);
    }

    /** These figures with one project fewer in them. */
    public Statistics without(Project project) {
        return adjust(project, -1);
    }

    private Statistics adjust(Project project, int sign) {
        var status = project.status();
        return new Statistics(
                pending + count(status, ProjectStatus.PENDING, sign),
                processing + count(status, ProjectStatus.PROCESSING, sign),
                completed + count(status, ProjectStatus.COMPLETED, sign),
                failed + count(status, ProjectStatus.FAILED, sign),
                creditsUsed + sign * project.creditsUsed().amount(),
                creditsRefunded + sign * project.creditsRefunded().amount());
    }

    private static int count(ProjectStatus status, ProjectStatus counted, int sign) {
        return status == counted ? sign : 0;
    }
}
