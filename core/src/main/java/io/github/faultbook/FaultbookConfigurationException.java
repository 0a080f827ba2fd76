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

package io.github.faultbook;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Thrown at start-up when the catalog, a format or another setting is not valid. The
 * exception holds all findings, not only the first.
 */
public class FaultbookConfigurationException extends RuntimeException {

	private final transient List<Finding> findings;

	/**
	 * Create an exception.
	 * @param findings the findings, not empty
	 */
	public FaultbookConfigurationException(List<Finding> findings) {
		super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
		this.findings = List.copyOf(findings);
	}

	public List<Finding> findings() {
		return this.findings;
	}

	/**
	 * A problem in the configuration.
	 *
	 * @param where the location: a property, a type and constant, or a format and
	 * position
	 * @param problem the problem, as a sentence
	 * @param action how to solve the problem, as a sentence
	 */
	public record Finding(String where, String problem, String action) {

		/**
		 * Find the known name that was probably meant.
		 * @param found the name that was written
		 * @param known the names that exist
		 * @return the nearest name, or {@code null} if no name is similar
		 */
		public static @Nullable String nearest(String found, Collection<String> known) {
			String nearest = null;
			int least = Integer.MAX_VALUE;
			for (String name : known) {
				boolean contained = found.length() > 3 && name.contains(found);
				int distance = contained ? name.length() - found.length()
						: distance(found, name, Math.min(least - 1, Math.max(1, name.length() / 3)));
				if (distance < least) {
					nearest = name;
					least = distance;
				}
			}
			return nearest;
		}

		/**
		 * Return a question that suggests the name that was probably meant.
		 * @param found the name that was written
		 * @param known the names that exist
		 * @return the question and a space, or an empty text if no name is similar
		 */
		public static String didYouMean(String found, Collection<String> known) {
			String nearest = nearest(found, known);
			return (nearest != null) ? "Did you mean '%s'? ".formatted(nearest) : "";
		}

		/**
		 * Return the edit distance of two names if it is small. Two letters in the wrong
		 * order are one mistake. Only cells of the table that can lead to a small
		 * distance are computed.
		 * @param a a name
		 * @param b another name
		 * @param most the largest distance of interest
		 * @return the distance, or {@link Integer#MAX_VALUE} if it is larger
		 */
		private static int distance(String a, String b, int most) {
			if (Math.abs(a.length() - b.length()) > most) {
				return Integer.MAX_VALUE;
			}
			int[] beforePrevious = new int[b.length() + 1];
			int[] previous = new int[b.length() + 1];
			int[] current = new int[b.length() + 1];
			for (int j = 0; j <= b.length(); j++) {
				previous[j] = j;
			}
			for (int i = 1; i <= a.length(); i++) {
				Arrays.fill(current, most + 1);
				current[0] = i;
				int least = i;
				for (int j = Math.max(1, i - most); j <= Math.min(b.length(), i + most); j++) {
					int substitution = previous[j - 1] + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
					current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
					if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
						current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
					}
					least = Math.min(least, current[j]);
				}
				if (least > most) {
					return Integer.MAX_VALUE;
				}
				int[] swap = beforePrevious;
				beforePrevious = previous;
				previous = current;
				current = swap;
			}
			return (previous[b.length()] <= most) ? previous[b.length()] : Integer.MAX_VALUE;
		}

		@Override
		public String toString() {
			return this.where + ": " + this.problem + " " + this.action;
		}

	}

}
