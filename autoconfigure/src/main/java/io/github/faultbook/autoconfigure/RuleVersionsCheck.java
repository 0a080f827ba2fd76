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

package io.github.faultbook.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.RequestVersions;
import io.github.faultbook.autoconfigure.settings.StartupCheck;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Checks the versions of the API that format rules name. Only the web stack of the
 * application can read them.
 */
final class RuleVersionsCheck implements StartupCheck {

	private final List<FaultbookProperties.Rule> rules;

	private final ObjectProvider<RequestVersions> versions;

	RuleVersionsCheck(List<FaultbookProperties.Rule> rules, ObjectProvider<RequestVersions> versions) {
		this.rules = rules;
		this.versions = versions;
	}

	@Override
	public List<Finding> check() {
		List<Finding> findings = new ArrayList<>();
		for (int i = 0; i < this.rules.size(); i++) {
			String version = this.rules.get(i).getVersion();
			RequestVersions known = (version != null) ? this.versions.getIfAvailable() : null;
			if (known != null && !known.isWellFormed(version)) {
				findings.add(new Finding("faultbook.format-rules[" + i + "].version",
						"the application cannot read the version '%s'.".formatted(version),
						"Write it as requests do, such as 1.0 for the parser that Spring uses by default."));
			}
		}
		return findings;
	}

}
