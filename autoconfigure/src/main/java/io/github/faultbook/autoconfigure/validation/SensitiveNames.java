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

package io.github.faultbook.autoconfigure.validation;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of inputs whose values nobody may see again. Case and separators do not matter.
 * Names that contain one count, but for those of up to three letters: {@code pin} is in
 * {@code userPin} and {@code pinCode}, but not in {@code shipping}.
 */
final class SensitiveNames {

	private static final Set<String> KNOWN = Set.of("password", "passwd", "passphrase", "passcode", "pwd", "pin",
			"secret", "token", "credential", "authorization", "apikey", "accesskey", "privatekey", "signingkey",
			"session", "cookie", "card", "cvv", "cvc", "csc", "pan", "iban", "otp", "ssn");

	private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

	private static final int SHORT = 3;

	private final Set<String> names;

	SensitiveNames(Collection<String> others) {
		this.names = Stream.concat(KNOWN.stream(), others.stream().map((name) -> join(name)))
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	boolean contains(String name) {
		String joined = join(name);
		String[] words = WORD_BREAK.split(name);
		for (String sensitive : this.names) {
			if ((sensitive.length() > SHORT) ? joined.contains(sensitive) : isIn(sensitive, words, joined)) {
				return true;
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

}
