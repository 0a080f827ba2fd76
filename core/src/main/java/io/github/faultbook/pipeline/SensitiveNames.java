/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of values that must not be sent, such as passwords, tokens and card numbers. Case
 * and separators do not matter. A longer name that contains a sensitive name is
 * sensitive, too. Sensitive names of up to three letters must begin or end a word:
 * {@code userPin} and {@code pinCode} contain {@code pin}, but {@code shipping} does not.
 * Instances are safe for use by several threads.
 */
public final class SensitiveNames {

	private static final Set<String> KNOWN = Set.of("password", "passwd", "passphrase", "passcode", "pwd", "pin",
			"secret", "token", "credential", "authorization", "apikey", "accesskey", "privatekey", "signingkey",
			"session", "cookie", "card", "cvv", "cvc", "csc", "pan", "iban", "otp", "ssn");

	/**
	 * The built-in names.
	 */
	public static final SensitiveNames DEFAULT = new SensitiveNames(List.of());

	private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

	private static final int SHORT = 3;

	/**
	 * The maximum number of names that are remembered. Most names are properties of
	 * classes, but the keys of maps can be any text.
	 */
	private static final int MAX_REMEMBERED = 1000;

	private static final int MAX_LENGTH = 100;

	private final Set<String> names;

	private final Map<String, Match> remembered = new ConcurrentHashMap<>();

	/**
	 * Create the built-in names and some more.
	 * @param others more names
	 */
	public SensitiveNames(Collection<String> others) {
		this.names = Stream.concat(KNOWN.stream(), others.stream().map((name) -> join(name)))
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Return whether a name is sensitive.
	 * @param name the name of a property, an input or an entry of a map
	 * @return whether its value must not be sent
	 */
	public boolean contains(String name) {
		return match(name) != Match.NONE;
	}

	/**
	 * Return whether a sensitive name is a whole word of a name, or several words in
	 * turn, so that {@code accessKey} is one, but {@code wildcard} and {@code time_span}
	 * are not. This is for names that somebody chose for clients.
	 * @param name the name
	 * @return whether its value must not be sent
	 */
	boolean containsWord(String name) {
		return match(name) == Match.WORD;
	}

	private Match match(String name) {
		Match known = this.remembered.get(name);
		if (known != null) {
			return known;
		}
		Match match = findMatch(name);
		if (name.length() <= MAX_LENGTH && this.remembered.size() < MAX_REMEMBERED) {
			this.remembered.put(name, match);
		}
		return match;
	}

	private Match findMatch(String name) {
		String joined = join(name);
		String[] words = WORD_BREAK.split(name);
		for (String sensitive : this.names) {
			if ((sensitive.length() > SHORT) ? joined.contains(sensitive) : isIn(sensitive, words, joined)) {
				return isWord(words) ? Match.WORD : Match.PART;
			}
		}
		return Match.NONE;
	}

	private boolean isWord(String[] words) {
		for (int start = 0; start < words.length; start++) {
			StringBuilder joined = new StringBuilder();
			for (int end = start; end < words.length && joined.length() <= MAX_LENGTH; end++) {
				joined.append(words[end].toLowerCase(Locale.ROOT));
				if (this.names.contains(joined.toString())) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isIn(String sensitive, String[] words, String joined) {
		return joined.equals(sensitive) || Stream.of(words)
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.anyMatch((word) -> word.startsWith(sensitive) || word.endsWith(sensitive));
	}

	private static String join(String name) {
		return String.join("", WORD_BREAK.split(name)).toLowerCase(Locale.ROOT);
	}

	/**
	 * How much of a name is sensitive.
	 */
	private enum Match {

		NONE, PART, WORD

	}

}
