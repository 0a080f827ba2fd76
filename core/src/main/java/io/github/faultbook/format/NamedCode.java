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

package io.github.faultbook.format;

import java.util.Collection;
import java.util.List;

import io.github.faultbook.FaultbookConfigurationException.Finding;

/**
 * A code that a template names, to be compared with the catalog.
 *
 * @param place where it stands
 * @param text the code as it is written there
 * @param style how codes are spelled before they are compared
 */
record NamedCode(Source.Place place, String text, Style style) {

	/**
	 * Report a code that no error has.
	 * @param format the name of the format
	 * @param codes the codes of all errors
	 * @param findings where to add it
	 */
	void check(String format, Collection<String> codes, List<Finding> findings) {
		List<String> spelled = codes.stream().map((code) -> Value.asText(this.style.spelling().apply(code))).toList();
		if (!spelled.contains(this.text)) {
			findings.add(new Finding("Format '%s', %s".formatted(format, this.place),
					"the catalog has no code '%s'.".formatted(this.text), Finding.didYouMean(this.text, spelled)
							+ "Use a code that clients see, or add the entry to the catalog."));
		}
	}

}
