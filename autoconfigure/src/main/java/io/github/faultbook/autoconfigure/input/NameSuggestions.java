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

package io.github.faultbook.autoconfigure.input;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Suggests the names that a client may have meant. As clients control the number and the
 * length of unknown names, all suggestions for one request share a budget.
 */
final class NameSuggestions {

	private static final int MAX_LENGTH = 64;

	private static final int MAX_COMPARISONS = 1000;

	private int comparisons;

	/**
	 * Find the nearest name. Case, hyphens and underscores do not count.
	 * @param name the name that was sent
	 * @param known the names that exist
	 * @return the nearest name, or {@code null} if no name is similar, the name is too
	 * long or the budget is exhausted
	 */
	@Nullable String nearest(String name, Collection<?> known) {
		if (name.length() > MAX_LENGTH || this.comparisons + known.size() > MAX_COMPARISONS) {
			return null;
		}
		this.comparisons += known.size();
		Map<String, String> names = new TreeMap<>();
		known.forEach((candidate) -> names.putIfAbsent(plain(candidate.toString()), candidate.toString()));
		String nearest = Finding.nearest(plain(name), names.keySet());
		return (nearest != null) ? names.get(nearest) : null;
	}

	private static String plain(String name) {
		return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
	}

}
