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

package io.github.faultbook.benchmarks;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import tools.jackson.databind.json.JsonMapper;

/**
 * Benchmark that compares compiling and writing a format declared by the application with
 * an identical preset. Both run in the same virtual machine, so that the compiler does
 * not optimize for only one of them.
 */
public class DeclaredFormatBenchmark extends Measured {

	private static final ErrorRequest REQUEST = Errors.REQUEST;

	@Param({ "preset", "declared" })
	String kind;

	private WireFormat format;

	private ApiError invalid;

	@Setup
	public void prepare() {
		preset();
		declared();
		this.format = compile();
		this.invalid = Errors.invalid(2);
	}

	@Benchmark
	public WireFormat compile() {
		return this.kind.equals("preset") ? preset() : declared();
	}

	private static WireFormat preset() {
		return new WireFormats(JsonMapper.shared(), null).preset("details-map");
	}

	private static WireFormat declared() {
		return new WireFormats(JsonMapper.shared(), null).compile("house", """
				{
				  "body": {
				    "error": "{message}",
				    "error_code": "{code}",
				    "details": {
				      "$each violation": { "{violation.path}": ["{violation.message}"] },
				      "$each fact": { "{fact.name}": ["{fact.value}"] }
				    }
				  }
				}""");
	}

	@Benchmark
	public byte[] write() {
		return this.format.write(this.invalid, REQUEST);
	}

}
