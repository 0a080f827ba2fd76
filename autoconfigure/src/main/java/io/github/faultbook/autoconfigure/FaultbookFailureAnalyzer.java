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

import java.util.stream.Collectors;

import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a start that failed because of the catalog, a format or a setting.
 */
class FaultbookFailureAnalyzer extends AbstractFailureAnalyzer<FaultbookConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FaultbookConfigurationException cause) {
		String description = cause.findings()
			.stream()
			.map((finding) -> "- %s: %s".formatted(finding.where(), finding.problem()))
			.collect(Collectors.joining("\n", "The error handling is not configured correctly:\n\n", ""));
		String action = cause.findings()
			.stream()
			.map(Finding::action)
			.distinct()
			.map("- "::concat)
			.collect(Collectors.joining("\n"));
		return new FailureAnalysis(description, action, cause);
	}

}
