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
 * A code that is named in a template, to be compared with the catalog.
 *
 * @param position the position in the template
 * @param text the code as the template spells it
 * @param style the style in which codes are spelled before the comparison
 */
record NamedCode(JsonSource.Position position, String text, Style style) {

	/**
	 * Report the code if no error has it.
	 * @param format the name of the format
	 * @param codes the codes of all errors
	 * @param findings the list to add a finding to
	 */
	void check(String format, Collection<String> codes, List<Finding> findings) {
		List<String> spelled = codes.stream().map((code) -> Value.asText(this.style.spelling().apply(code))).toList();
		if (!spelled.contains(this.text)) {
			findings.add(new Finding("Format '%s', %s".formatted(format, this.position),
					"the catalog has no code '%s'.".formatted(this.text), Finding.didYouMean(this.text, spelled)
							+ "Use a code that clients see, or add the entry to the catalog."));
		}
	}

}
