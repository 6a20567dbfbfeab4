window.YTD.account.part0 = [
 {
  "account": {
   "accountId": "1234567",
   "username": "owner",
   "createdAt": "2010-01-02T03:04:05.000Z",
   "accountDisplayName": "The Owner"
  }
 }
]