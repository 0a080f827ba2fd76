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

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown at start-up when the catalog, a format or another setting is wrong. Holds all
 * findings, not only the first.
 */
public class FaultbookConfigurationException extends RuntimeException {

	private final transient List<Finding> findings;

	/**
	 * Create an exception.
	 * @param findings what is wrong, not empty
	 */
	public FaultbookConfigurationException(List<Finding> findings) {
		super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
		this.findings = List.copyOf(findings);
	}

	public List<Finding> findings() {
		return this.findings;
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param where the place: a property, a type and constant, a format and position
	 * @param problem what is wrong there
	 * @param action what to do about it
	 */
	public record Finding(String where, String problem, String action) {

		@Override
		public String toString() {
			return this.where + ": " + this.problem + " " + this.action;
		}

	}

}
