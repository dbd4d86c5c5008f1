package io.headgate.engine.error;

import io.headgate.spi.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The user told headgate something wrong: an option, a policy, a path. Not a finding and not a
 * failure; the run ends with exit code 2.
 */
public sealed class UserError extends RuntimeException permits NothingToJudge {

  private static final long serialVersionUID = 1L;

  private final transient List<Message> messages;

  /**
   * One thing that is wrong.
   *
   * @param place where the user said it, or null if it was on the command line
   * @param text what, and what to do, ending with a full stop
   */
  public record Message(@Nullable Place place, String text) {}

  /** Something wrong without a place in a file. */
  public UserError(String text) {
    this(List.of(new Message(null, text)));
  }

  /** Something wrong at a place. */
  public UserError(Place place, String text) {
    this(List.of(new Message(place, text)));
  }

  /** Several things that are wrong; at least one. */
  public UserError(List<Message> messages) {
    super(messages.get(0).text());
    this.messages = List.copyOf(messages);
  }

  /** What is wrong. */
  public List<Message> messages() {
    return messages;
  }
}
