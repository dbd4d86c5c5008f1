package io.headgate.engine.report;

import java.util.Map;

/**
 * What became of the files that a run was given.
 *
 * @param byDialect how many files each dialect read; a file may count for several
 * @param notRead how many objects are known to a dialect but not read, by kind
 * @param skippedFiles how many files are none of our business
 * @param inNoBundle how many files were read and judged with nothing, since they belong to no
 *     bundle
 * @param notUnderstood how many files hold something that looks like Kafka and that no dialect
 *     reads
 */
public record Intake(
    Map<String, Integer> byDialect,
    Map<String, Integer> notRead,
    int skippedFiles,
    int inNoBundle,
    int notUnderstood) {

  /** Nothing was given. */
  public static final Intake NOTHING = new Intake(Map.of(), Map.of(), 0, 0, 0);
}
