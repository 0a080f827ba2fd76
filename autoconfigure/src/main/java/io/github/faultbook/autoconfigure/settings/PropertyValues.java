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

import java.time.Duration;
import java.util.List;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.HttpToken;

import org.springframework.util.StringUtils;

/**
 * Checks the values that can be validated on their own.
 */
final class PropertyValues {

	private final List<Finding> findings;

	PropertyValues(List<Finding> findings) {
		this.findings = findings;
	}

	void check(FaultbookProperties properties) {
		Integer status = properties.getValidation().getStatus();
		if (status != null && (status < 400 || status > 499)) {
			this.findings.add(new Finding("faultbook.validation.status", "%d is not a client error.".formatted(status),
					"Use a status from 400 to 499, such as 400 or 422."));
		}
		String header = properties.getReference().getHeader();
		if (StringUtils.hasText(header) && !HttpToken.isToken(header)) {
			this.findings
				.add(new Finding("faultbook.reference.header", "'%s' is not the name of a header.".formatted(header),
						"Use letters, digits and hyphens, such as X-Error-Reference."));
		}
		FaultbookProperties.Limits limits = properties.getLimits();
		checkAtLeast("faultbook.limits.violations", limits.getViolations(), 1);
		checkAtLeast("faultbook.limits.text", limits.getText(), 16);
		checkAtLeast("faultbook.limits.fact", limits.getFact().toBytes(), 16);
		check(properties.getLog().getStorm());
		check(properties.getValidation().getRejectedValues());
	}

	private void check(FaultbookProperties.Storm storm) {
		checkAtLeast("faultbook.log.storm.entries", storm.getEntries(), 1);
		Duration period = storm.getPeriod();
		if (period.compareTo(Duration.ofSeconds(1)) < 0 || period.compareTo(Duration.ofDays(1)) > 0) {
			this.findings.add(new Finding("faultbook.log.storm.period",
					"%s is not between a second and a day.".formatted(period), "Use a period such as 1m."));
		}
	}

	private void check(FaultbookProperties.RejectedValues values) {
		checkAtLeast("faultbook.validation.rejected-values.max-length", values.getMaxLength(), 1);
		for (String name : values.getMaskedNames()) {
			if (name.chars().noneMatch(Character::isLetterOrDigit)) {
				this.findings.add(new Finding("faultbook.validation.rejected-values.masked-names",
						"'%s' is not a name.".formatted(name), "Use letters and digits, such as taxNumber."));
			}
		}
	}

	private void checkAtLeast(String where, long value, int least) {
		if (value < least) {
			this.findings
				.add(new Finding(where, "%d is too small.".formatted(value), "Use %d or more.".formatted(least)));
		}
	}

}
