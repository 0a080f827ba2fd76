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

package io.github.faultbook.autoconfigure.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for formats that are chosen per request: old clients keep theirs.
 */
@ParameterizedClass
@EnumSource(Server.Container.class)
class FormatRulesTests {

	private static final String OLD = """
			{"error":"The requested resource could not be found.","error_code":"resource_not_found"}""";

	private static final String NEW = """
			{"error":{"code":"RESOURCE_NOT_FOUND","message":"The requested resource could not be found."}}""";

	private static final String HOUSE = """
			{"fault":"resource-not-found"}""";

	private static final String RPC = "{\"status\":200,\"body\":{\"ok\":false,\"error\":\"{code}\",\"was\":\"{status}\"}}";

	private static final String LOC = "{\"body\":[{\"$each violation\":[\"{violation.in}\",{\"$each segment\":\"{segment}\"}]},"
			+ "{\"$each violation.in\":{\"{violation.in}\":[{\"$each violation\":\"{violation.path|PascalCase|one-based}\"}]}}]}";

	private static final String TREE = "{\"body\":{\"tree\":[{\"$nest violation in children\":{\"name\":\"{segment}\","
			+ "\"children\":[],\"codes\":[{\"$each violation\":\"{violation.code}\"}]}}],"
			+ "\"$each violation\":{\"{violation.in}\":{\"$if violation.code in required\":[\"{violation.path|last|Sentence}\"]}}}}";

	private static Server server;

	FormatRulesTests(Server.Container container) {
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		server = new Server(container, "faultbook.format=nested-code", "faultbook.problem-details-on-request=true",
				"faultbook.formats.house={\"body\":{\"fault\":\"{code|kebab-case}\"}}",
				"faultbook.format-rules[0].path=/v1/**", "faultbook.format-rules[0].format=details-map",
				"faultbook.format-rules[1].accept=application/json;profile=old",
				"faultbook.format-rules[1].format=details-map", "faultbook.format-rules[2].header=X-Client: legacy",
				"faultbook.format-rules[2].format=house", "faultbook.format-rules[3].header=X-Old",
				"faultbook.format-rules[3].format=details-map", "faultbook.format-rules[4].header=X-Rpc",
				"faultbook.format-rules[4].format=rpc", "faultbook.formats.rpc=" + RPC,
				"faultbook.format-rules[5].header=X-Loc", "faultbook.format-rules[5].format=loc",
				"faultbook.formats.loc=" + LOC, "faultbook.format-rules[6].header=X-Tree",
				"faultbook.format-rules[6].format=tree", "faultbook.formats.tree=" + TREE);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@Test
	void pathDecides() {
		assertThat(server.send("GET /v1/nope").body()).isEqualTo(OLD);
		assertThat(server.send("GET /v2/nope").body()).isEqualTo(NEW);
	}

	@ParameterizedTest
	@CsvSource({ "GET /v1/a;b, 400, error_code", "GET /v2/a;b, 400, INVALID_REQUEST", "FOO /v1/a, 400, error_code",
			"FOO /v2/a, 400, INVALID_REQUEST" })
	void pathDecidesWhenTheRequestIsRefused(String requestLine, int status, String expected) {
		Wire.Answer answer = server.send(requestLine);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.body()).contains(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "application/json;profile=old",
			"text/html, application/json; profile=\"old\"", "bad//, application/json;profile=old" })
	void acceptedMediaTypeDecides(String accept) {
		assertThat(server.send("GET /nope", "Accept: " + accept).body()).isEqualTo(OLD);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "application/json", "application/*;profile=old",
			"application/json;profile=older", "application/json;profile=old;q=0", "bad//" })
	void acceptedMediaTypeDoesNotDecide(String accept) {
		assertThat(server.send("GET /nope", "Accept: " + accept).body()).isEqualTo(NEW);
	}

	@Test
	void headerDecides() {
		assertThat(server.send("GET /nope", "X-Client: legacy").body()).isEqualTo(HOUSE);
		assertThat(server.send("GET /nope", "X-Client: other").body()).isEqualTo(NEW);
		assertThat(server.send("GET /nope", "X-Old: whatever").body()).isEqualTo(OLD);
	}

	@ParameterizedTest
	@CsvSource({ "GET /nope, resource_not_found, 404", "GET /throw/runtime, internal_server_error, 500",
			"GET /throw/retry-after, rate_limit_exceeded, 429", "GET /basic/admin, authentication_required, 401",
			"GET /a;b, invalid_request, 400", "DELETE /orders, method_not_allowed, 405" })
	void formatMayGiveAllErrorsOneStatus(String requestLine, String code, int was) {
		Wire.Answer answer = server.send(requestLine, "X-Rpc: 1");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"ok\":false,\"error\":\"%s\",\"was\":%d}", code, was);
		assertThat(answer.headers().get("Cache-Control")).containsExactly("no-store");
		assertThat(answer.headers().containsKey("WWW-Authenticate")).isEqualTo(was == 401);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"X-Loc | [['body','customer_name'],['body','items',0,'sku'],['body','items',0,'qty'],"
					+ "{'body':['CustomerName','Items[1].Sku','Items[1].Qty']}]",
			"X-Tree | {'tree':[{'name':'customer_name','children':[],'codes':['required']},{'name':'items',"
					+ "'children':[{'name':0,'children':[{'name':'sku','children':[],'codes':['required']},"
					+ "{'name':'qty','children':[],'codes':['out_of_range']}]}]}],'body':['Customer name','Sku']}" })
	void violationsAreGroupedMergedAndSpliced(String header, String expected) {
		String json = "{\"customer_name\":\"\",\"items\":[{\"sku\":\"\",\"qty\":0}]}";
		Wire.Answer answer = server.exchange("POST /orders HTTP/1.1\r\nHost: localhost\r\n" + header
				+ ": 1\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
				+ "\r\nConnection: close\r\n\r\n" + json);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo(expected.replace('\'', '"'));
	}

	@Test
	void firstRuleThatMatchesCounts() {
		assertThat(server.send("GET /v1/nope", "X-Client: legacy").body()).isEqualTo(OLD);
	}

	@Test
	void problemDetailsComeBeforeTheRules() {
		assertThat(server.send("GET /v1/nope", "Accept: application/problem+json").headers().get("Content-Type"))
			.containsExactly("application/problem+json");
	}

	@Test
	void answerSaysWhatItVariesBy() {
		assertThat(server.send("GET /nope").headers().get("Vary"))
			.containsExactly("Accept, X-Client, X-Old, X-Rpc, X-Loc, X-Tree, Accept-Language");
	}

}
