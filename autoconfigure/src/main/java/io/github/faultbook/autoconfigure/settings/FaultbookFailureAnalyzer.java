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

package io.github.faultbook.autoconfigure.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * {@code FailureAnalyzer} for {@link FaultbookConfigurationException}.
 */
class FaultbookFailureAnalyzer extends AbstractFailureAnalyzer<FaultbookConfigurationException> {

	private final WrittenProperties written;

	FaultbookFailureAnalyzer(Environment environment) {
		this.written = new WrittenProperties(environment);
	}

	/**
	 * Create an analysis with numbered findings, so that each problem can be matched with
	 * its action.
	 * @param rootFailure the failure of the start
	 * @param cause the exception with the findings
	 * @return the analysis
	 */
	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FaultbookConfigurationException cause) {
		List<Finding> findings = cause.findings().stream().map(this.written::locate).toList();
		StringBuilder description = new StringBuilder("The error handling is not configured correctly:\n");
		Map<String, String> actions = new LinkedHashMap<>();
		for (int i = 0; i < findings.size(); i++) {
			Finding finding = findings.get(i);
			String mark = (findings.size() > 1) ? Integer.toString(i + 1) : "";
			description.append("\n%s %s: %s".formatted(bullet(mark), finding.where(), finding.problem()));
			actions.merge(finding.action(), mark, (marks, other) -> marks + ", " + other);
		}
		String action = actions.entrySet()
			.stream()
			.map((entry) -> bullet(entry.getValue()) + " " + entry.getKey())
			.collect(Collectors.joining("\n"));
		return new FailureAnalysis(description.toString(), action, cause);
	}

	private static String bullet(String mark) {
		return mark.isEmpty() ? "-" : mark + ".";
	}

}
