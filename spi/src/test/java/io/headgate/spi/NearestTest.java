package io.headgate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void findsWhatDiffersLeast() {
    List<String> names = List.of("partitions", "replication", "configs");
    assertThat(Nearest.to("partition", names)).isEqualTo("partitions");
    assertThat(Nearest.to("Replicaton", names)).isEqualTo("replication");
    assertThat(Nearest.to("description", names)).isNull();
    assertThat(Nearest.to("", names)).isNull();
    assertThat(Nearest.to("mots", List.of("least", "most"))).isEqualTo("most");
    assertThat(Nearest.to("MOTs", List.of("least", "mosT"))).isEqualTo("mosT");
    assertThat(Nearest.hint("config", names)).isEqualTo(" Did you mean 'configs'?");
    assertThat(Nearest.hint("x", List.of())).isEmpty();
  }

  @Test
  void theFirstOfEquallyNearOnesWins() {
    assertThat(Nearest.to("abcdef", List.of("abcdeg", "abcdeh"))).isEqualTo("abcdeg");
    assertThat(Nearest.to("abcdef", List.of("abcdgg", "abcdeh", "abcdei"))).isEqualTo("abcdeh");
  }

  /** Whatever is left out for speed must not change what is found. */
  @Test
  void findsWhatTheWholeTableFinds() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      List<String> names = IntStream.range(0, 6).mapToObj(n -> word(random)).toList();
      String written = word(random);
      assertThat(Nearest.to(written, names)).isEqualTo(plainly(written, names));
    }
  }

  @Test
  void anotherWordInALongNameIsNoSlip() {
    List<String> names = List.of("payments.chargebacks.opened.v1", "payments.refunds.paid.v1");
    assertThat(Nearest.to("payments.chargebacks.won.v1", names)).isNull();
    assertThat(Nearest.to("payments.chargeback.openned.v1", names)).isEqualTo(names.get(0));
  }

  @Test
  void amongManyNamesOnlyANearOneCounts() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 2_001; i++) {
      names.add("orders.accepted.region-" + i);
    }
    assertThat(Nearest.to("order.acepted.region-7", names)).isEqualTo("orders.accepted.region-7");
    assertThat(Nearest.to("orders.accepted.rxxxxx-7", names)).isNull();
    assertThat(Nearest.to("orders.accepted.rxxxxx-7", names.subList(0, 10))).isNull();
  }

  @Test
  void ofManySortedNamesThoseAroundAreLookedAt() {
    NavigableSet<String> names = new TreeSet<>();
    for (int i = 0; i < 10_000; i++) {
      names.add("t" + (10_000 + i));
    }
    assertThat(Nearest.to("t15000x", names)).isEqualTo("t15000");
    assertThat(Nearest.to("zz19999", names)).isEqualTo("t19999");
    assertThat(Nearest.to("aa19999", names)).as("far away in the order").isNull();
    assertThat(Nearest.to("t", new TreeSet<>())).isNull();
  }

  @Test
  void manyNamesCostNoMoreThanTwoThousand() {
    NavigableSet<String> names = new TreeSet<>();
    for (int i = 0; i < 200_000; i++) {
      names.add("orders.accepted.region-" + i);
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 2_000; i++) {
            assertThat(Nearest.to("orders.accepted.region-" + i + "x", names)).isNotNull();
          }
        });
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      word.append("abAB".charAt(random.nextInt(4)));
    }
    return word.toString();
  }

  private static @Nullable String plainly(String written, List<String> names) {
    String best = null;
    int least = Math.max(1, written.length() / 3) + 1;
    for (String name : names) {
      int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        best = name;
        least = distance;
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
        } else {
          int change = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
          table[i][j] = Math.min(change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        }
      }
    }
    int distance = table[a.length()][b.length()];
    return distance > 1 && swaps(a).contains(b) ? 1 : distance;
  }

  private static List<String> swaps(String text) {
    return IntStream.range(1, text.length())
        .mapToObj(
            i ->
                text.substring(0, i - 1)
                    + text.charAt(i)
                    + text.charAt(i - 1)
                    + text.substring(i + 1))
        .toList();
  }
}
