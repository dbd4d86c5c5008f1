package io.headgate.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PrefixTrieTest {

  private static PrefixTrie<String> trie(String... keys) {
    TreeMap<String, String> entries = new TreeMap<>();
    for (String key : keys) {
      entries.put(key, key);
    }
    return new PrefixTrie<>(entries);
  }

  private static List<String> prefixesOf(String name, PrefixTrie<String> trie) {
    List<String> found = new ArrayList<>(List.of("first"));
    trie.addPrefixesOf(name, found);
    return found.subList(1, found.size());
  }

  private static List<String> beginningWith(String prefix, int most, PrefixTrie<String> trie) {
    List<String> found = new ArrayList<>();
    trie.addBeginningWith(prefix, most, found);
    return found;
  }

  @Test
  void findsWhatANameBeginsWith() {
    PrefixTrie<String> trie = trie("a", "ab", "abc", "abd", "b", "abcx");

    assertThat(prefixesOf("abcd", trie)).containsExactly("a", "ab", "abc");
    assertThat(prefixesOf("ab", trie)).containsExactly("a", "ab");
    assertThat(prefixesOf("abe", trie)).containsExactly("a", "ab");
    assertThat(prefixesOf("c", trie)).isEmpty();
    assertThat(prefixesOf("A", trie)).isEmpty();
    assertThat(prefixesOf("a", trie())).isEmpty();
  }

  @Test
  void findsWhatBeginsWithAPrefix() {
    PrefixTrie<String> trie = trie("a", "ab", "abc", "abd", "b", "c");

    assertThat(beginningWith("ab", 9, trie)).containsExactly("ab", "abc", "abd");
    assertThat(beginningWith("abb", 9, trie)).isEmpty();
    assertThat(beginningWith("", 9, trie)).containsExactly("a", "ab", "abc", "abd", "b", "c");
    assertThat(beginningWith("", 2, trie)).containsExactly("a", "ab");
    assertThat(beginningWith("ab", 2, trie)).containsExactly("ab", "abc");
    assertThat(beginningWith("c", 9, trie)).containsExactly("c");
    assertThat(beginningWith("bb", 9, trie)).isEmpty();
    assertThat(beginningWith("d", 9, trie)).isEmpty();
  }
}
